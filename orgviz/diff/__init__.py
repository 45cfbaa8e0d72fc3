"""What is different between two organisations: matched, compared, told as text or JSON, and merged for one chart."""
