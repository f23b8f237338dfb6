"""A small client of the W3C WebDriver protocol for chromedriver; standard library only."""

import base64
import json
import subprocess
import time
import urllib.error
import urllib.request


class Browser:
    """A headless Chromium with one window."""

    def __init__(self, port=9517):
        self.url = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
        }
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.url += f"/session/{answer['sessionId']}"
        # A busy machine needs its time for the checks of a large page.
        self._call("POST", "/timeouts", {"script": 300_000})

    def _wait(self):
        for _ in range(100):
            try:
                return self._call("GET", "/status")
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise RuntimeError("chromedriver does not answer")

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.url + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=310) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def close(self):
        """Ends the browser and its driver."""
        self._call("DELETE", "")
        self.driver.terminate()
        self.driver.wait()

    def open(self, path):
        """Opens a file; a part after # is the anchor."""
        # The same file with another anchor would not be loaded again.
        self._call("POST", "/url", {"url": "about:blank"})
        self._call("POST", "/url", {"url": f"file://{path}"})

    def run(self, script, *arguments):
        """Runs JavaScript as the body of a function and returns what it returns."""
        return self._call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script, *arguments):
        """The same for a script that calls its last argument when it is done."""
        return self._call("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def devtools(self, command, **parameters):
        """Sends a command of the DevTools protocol."""
        return self._call(
            "POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def console(self):
        """What the console said since the last call, errors and warnings alike."""
        return [entry["message"] for entry in self._call("POST", "/se/log", {"type": "browser"})]

    def show(self, width, height, scheme="light", media=""):
        """Sets the size of the screen, the colour scheme and the medium."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=width < 600)
        self.devtools(
            "Emulation.setEmulatedMedia", media=media,
            features=[{"name": "prefers-color-scheme", "value": scheme}])

    def screenshot(self, path, whole=False):
        """Writes what the window shows, or the whole page."""
        picture = self.devtools(
            "Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))

    def pdf(self):
        """The page as printed."""
        return base64.b64decode(self.devtools("Page.printToPDF")["data"])
