"""`make faults`: what the notebook does when all around it goes wrong. Needs Linux, root and strace."""
