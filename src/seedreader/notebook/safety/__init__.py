"""Nothing is lost: backups, damage found and put right, and how the notebook is."""
