"""Asks one question on the terminal. Usage: prompt_driver.py FILE METHOD [choices…]; the answer goes to FILE, so that
whatever stands on the terminal was put there by the prompt itself."""

from __future__ import annotations

import os
import sys

from wallet_cli.domain.secret import Secret
from wallet_cli.errors import WalletError
from wallet_cli.term.console import Console
from wallet_cli.term.prompts import TerminalPrompter


def main(file: str, method: str, *choices: str) -> int:
    console = Console(sys.stdin, sys.stdout, sys.stderr, os.environ)
    prompter = TerminalPrompter(console, retry_choice="请输入序号", retry_yes_no="再答一次")
    try:
        if method == "choice":
            answer = str(prompter.choice("选择", choices, "--which"))
        elif method == "yes_no":
            answer = str(prompter.yes_no("同意吗", "--yes"))
        elif method == "text":
            answer = prompter.text("姓名", "--name", "缺省")
        else:
            secret = getattr(prompter, method)("医保码密码", "--pin-fd")
            assert isinstance(secret, Secret)
            answer = type(secret).__name__ + " " + secret.reveal().decode()
    except WalletError as error:
        print(error.code, error.data, file=sys.stderr)
        return error.exit
    except KeyboardInterrupt:
        return 130
    with open(file, "w", encoding="utf-8") as out:
        out.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
