"""The two programs' entry points: the only catcher of WalletError, the only exit."""

from __future__ import annotations

import gc
import os
import sys

from wallet_cli.cli import globals as global_options
from wallet_cli.cli import start

TYPE_CHECKING = False  # typing's own costs a fifth of the budget of --help
if TYPE_CHECKING:
    from wallet_cli.cli.context import Context
    from wallet_cli.errors import Usage


def yibao() -> None:
    """The wallet."""
    _collect_rarely()
    sys.exit(main(sys.argv[1:], "yibao"))


def yibao_platform() -> None:
    """The other side: agency, institution, tester."""
    _collect_rarely()
    sys.exit(main(sys.argv[1:], "yibao-platform"))


def _collect_rarely() -> None:
    # Loading a command makes thousands of objects that live until it ends: looking through them for cycles again and
    # again costs a twentieth of start-up. What lives long, the live code, is still collected.
    gc.set_threshold(50_000, 10, 10)


def main(argv: list[str], program: str = "yibao") -> int:
    """Runs one command line and gives its exit status. Never raises; 128+n for signals a command met."""
    try:
        return _answer(argv, program)
    except KeyboardInterrupt:
        # Ctrl-C before a command has begun, or when it has ended.
        return 130


def _answer(argv: list[str], program: str) -> int:
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        from wallet_cli.term.streams import stand_in

        stand_in()
    options, rest, fault = global_options.split(argv)
    start.choose_language(options)
    page = None if fault is not None else _front_page(options, rest, program)
    if page is not None and _written(page):
        return 0
    return _command(options, rest, program, fault, page)


def _command(
    options: global_options.Globals, rest: list[str], program: str, fault: Usage | None, page: str | None
) -> int:
    """`page`: a front page that could not be written the short way; why not, is told like any command's failure."""
    from wallet_cli.cli import signals
    from wallet_cli.cli.context import Context
    from wallet_cli.errors import Internal, WalletError

    _leave_no_core()
    context = Context(options, program)
    with signals.as_exceptions():
        try:
            if fault is not None:
                raise fault
            if page is not None:
                context.console.out(page, end="")
                return 0
            return _dispatch(context, rest)
        except WalletError as error:
            context.fail(error)
            _let_go()
            return error.exit
        except KeyboardInterrupt:
            context.interrupted()
            return 130
        except signals.Signalled as signalled:
            return 128 + signalled.number
        except BrokenPipeError:
            # The reader went away: nothing to tell anybody.
            _let_go()
            return 141
        except Exception as defect:
            context.report_defect(defect)
            internal = Internal(program=program, command=" ".join(rest[:1]) or "status")
            context.fail(internal)
            return internal.exit
        finally:
            context.close()


def _let_go() -> None:
    """What standard output would not take is not tried again at exit: Python would end with a status of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115


def _leave_no_core() -> None:
    """Whatever ends this process, no file is left that holds its memory, secrets in it."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _dispatch(context: Context, words: list[str]) -> int:
    from wallet_cli.cli import run

    context.check_home()
    return run.dispatch(context, words)


def _front_page(options: global_options.Globals, rest: list[str], program: str) -> str | None:
    """Version and top-level help, answered without loading a command; None for everything else."""
    if rest in (["--help"], ["-h"]) or (not rest and program != "yibao"):
        return start.help_page(options, program)
    return start.version(options, program) if rest == ["--version"] else None


def _written(page: str) -> bool:
    # A terminal that cannot encode a sign gets another one instead of a traceback.
    encoding = sys.stdout.encoding or "utf-8"
    try:
        page.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        from wallet_cli.term.console import encodable

        page = encodable(page, encoding)
    try:
        sys.stdout.write(page)
        sys.stdout.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    yibao()
