package moviegen.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import moviegen.download.DownloadPlan;
import moviegen.download.KnownCast;
import moviegen.download.KnownCasts;
import moviegen.generate.CastShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the casts that are here and those that can be downloaded. */
@Command(
    name = "list",
    description = "List the casts that are here and those that can be downloaded.",
    footer = {"", "Example:", "  ./moviegen cast list"})
final class CastListCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Mixin KnownCastsOption known = new KnownCastsOption();

  @Override
  public Integer call() {
    var rows = rows(known.read());
    if (json) {
      Json.print(Map.of("casts", rows));
      return 0;
    }
    for (var row : rows) {
      System.out.println(
          "%-16s %-10s %-12s %s"
              .formatted(row.get("name"), row.get("state"), row.get("license"), row.get("title")));
    }
    return 0;
  }

  private static List<Map<String, Object>> rows(KnownCasts known) {
    var rows = new ArrayList<Map<String, Object>>();
    rows.add(row("tiny", "here", "Apache-2.0", "The cast that is shipped with the program"));
    var others = new TreeSet<>(CastShelf.names());
    for (var cast : known.casts()) {
      others.remove(cast.name());
      var row = row(cast.name(), state(cast), cast.license(), cast.title());
      row.put("source", cast.source());
      row.put("bytes", cast.files().stream().mapToLong(file -> file.size().orElse(0)).sum());
      row.put("folder", CastShelf.of(cast.name()).toString());
      rows.add(row);
    }
    for (String name : others) {
      var row = row(name, "here", "", "A folder of your own");
      row.put("folder", CastShelf.of(name).toString());
      rows.add(row);
    }
    return rows;
  }

  private static String state(KnownCast cast) {
    var folder = CastShelf.of(cast.name());
    var plan = DownloadPlan.of(cast, folder);
    if (plan.complete() && plan.indexed()) {
      return "here";
    }
    return Files.isDirectory(folder) ? "begun" : "not here";
  }

  private static Map<String, Object> row(String name, String state, String license, String title) {
    var row = new LinkedHashMap<String, Object>();
    row.put("name", name);
    row.put("state", state);
    row.put("license", license);
    row.put("title", title);
    return row;
  }
}
