"""What is known while a document is read: units and posts under all their names, and of whom the text speaks."""
