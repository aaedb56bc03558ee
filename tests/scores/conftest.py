"""Prints the scores of every run under the test results, wherever the tests ran."""

SECTION = "scores of the reader"


def pytest_terminal_summary(terminalreporter):
    shown = [
        text
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, text in getattr(report, "user_properties", ())
        if name == SECTION
    ]
    shown = list(dict.fromkeys(shown))  # each phase of a test reports its properties again
    if shown:
        terminalreporter.section(SECTION)
        for text in shown:
            terminalreporter.write_line(text)
