"""The demo data: five real projects with the facts of their public documents and made-up people, and a sixth to try things in."""
