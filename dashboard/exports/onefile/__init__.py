"""The whole dashboard as one HTML file that opens from a disk, without a network."""
