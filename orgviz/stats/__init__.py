"""The numbers of an organisation for people and programs: as a table, as JSON, as CSV and as a picture."""
