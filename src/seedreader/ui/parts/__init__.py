"""What screens are made of: one file for each capability, plain objects that know no screen."""
