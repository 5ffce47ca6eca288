"""The record as web pages that need no server and no script: papers, promises, and the passages they rest on."""
