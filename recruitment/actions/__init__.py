"""What is done in recruitment when several rows change at once. Each is one transaction and says who does it."""
