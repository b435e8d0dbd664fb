"""yibao: a command-line wallet for an electronic medical-insurance voucher (医保电子凭证)."""

__version__ = "0.1.0"
