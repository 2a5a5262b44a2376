"""The least that a Textual app can be: what any start-up is held against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        yield Static("READY")


if __name__ == "__main__":
    EmptyApp().run()
