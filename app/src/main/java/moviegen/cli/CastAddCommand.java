package moviegen.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.download.CastDownload;
import moviegen.download.CastFile;
import moviegen.download.DownloadPlan;
import moviegen.download.Mirror;
import moviegen.download.Pacing;
import moviegen.generate.CastShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads a cast, after it has shown what that means and has asked. */
@Command(
    name = "add",
    description = "Download a cast; the same command goes on where it stopped.",
    footer = {"", "Example:", "  ./moviegen cast add wan2.1-1.3b"})
final class CastAddCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The cast; ./moviegen cast list names them.")
  String name = "";

  @Option(names = "--yes", description = "Accept license and size without being asked.")
  boolean yes;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "Where to ask for the files; else $MOVIEGEN_MIRROR, else the hub.")
  Optional<String> mirror = Optional.empty();

  @Mixin KnownCastsOption known = new KnownCastsOption();

  @Override
  public Integer call() throws IOException {
    var cast = known.read().named(name);
    var from = Mirror.of(mirror);
    var plan = DownloadPlan.of(cast, CastShelf.of(name));
    if (plan.complete() && plan.indexed()) {
      System.err.println("%s is here already: %s".formatted(name, plan.folder()));
      return 0;
    }
    System.err.print(text(plan, from));
    plan.checkRoom();
    if (!yes && !accepted()) {
      System.err.println("Nothing was downloaded; --yes accepts it without a question.");
      return Errors.WRONG;
    }
    try (var bar = DownloadBar.standardError(plan)) {
      CastDownload.run(plan, from, Pacing.PATIENT, bar);
    }
    System.err.println(
        "Next: ./moviegen generate --cast %s --profile cpu \"a red fox in the snow\""
            .formatted(name));
    return 0;
  }

  static String text(DownloadPlan plan, Mirror from) {
    var cast = plan.cast();
    var text =
        new StringBuilder("%s: %s\n".formatted(cast.name(), cast.title()))
            .append("  license  %s, see %s\n".formatted(cast.license(), cast.source()))
            .append("  from     %s\n".formatted(from.base()))
            .append("  to       %s\n".formatted(plan.folder()));
    for (var file : cast.files()) {
      text.append(
          "  %-12s %-42s %9s%s\n"
              .formatted(file.part(), file.name(), size(file), state(plan, file)));
    }
    return text.append(
            "%s to download, %s free.\n"
                .formatted(
                    plan.bytes().isPresent()
                        ? Bytes.text(plan.bytes().getAsLong())
                        : "An unknown length",
                    Bytes.text(DownloadPlan.free(plan.folder()))))
        .toString();
  }

  private static String size(CastFile file) {
    return file.size().isPresent() ? Bytes.text(file.size().getAsLong()) : "unknown";
  }

  private static String state(DownloadPlan plan, CastFile file) {
    if (!plan.missing().contains(file)) {
      return "  here";
    }
    return file.sha256().isPresent() ? "" : "  no hash known; pinned when it comes";
  }

  private boolean accepted() throws IOException {
    System.err.print("Download it under this license? [y/N] ");
    System.err.flush();
    var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String answer = Optional.ofNullable(in.readLine()).orElse("").strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }
}
