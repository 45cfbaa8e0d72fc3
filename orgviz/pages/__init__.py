"""A chart on several pages: which part stands where, what leads from page to page, and what stands around it."""
