"""Break everything that can break while files are written, again and again, and look whether anything is lost."""
