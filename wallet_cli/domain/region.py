"""Divisions by their six-digit code (national name `admdvs`, GB/T 2260)."""
