"""What people see: the page, its charts and its words. Everything shown follows from one scenario in `state`."""
