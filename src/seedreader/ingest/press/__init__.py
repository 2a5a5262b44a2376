"""Press archives: what their exports in HTML, XML, RTF and text have in common."""
