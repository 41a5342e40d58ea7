import os.path as paths
import sys
from . import sibling
from collections import OrderedDict, deque as queue
