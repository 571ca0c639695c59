"""So that `python -m turntide` is the command line too."""

from turntide.cli import main

if __name__ == "__main__":
    main()
