import pytest

from seedreader.web.public_address import is_public


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "8.8.8.8", "64:ff9b::808:808"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",  # noqa: S104

        "100.100.100.200", "168.63.129.16", "192.0.0.192", "255.255.255.255", "224.0.0.1", "::1", "::",
        "fe80::1%eth0", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:0:7f00:1::", "no address",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)
