"""What leaves the program for people and programs: reports, the analysis as JSON, citations (README.md)."""
