package moviegen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;

/** What a command line did: its exit code and what it said on both streams. */
record Ran(int code, String out, String err) {
  static Ran moviegen(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var standardOut = System.out;
    var standardErr = System.err;
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
    try {
      int code =
          Main.commandLine().setOut(new PrintWriter(System.out, true, UTF_8)).execute(args);
      return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      System.setOut(standardOut);
      System.setErr(standardErr);
    }
  }
}
