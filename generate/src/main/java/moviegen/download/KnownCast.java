package moviegen.download;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import moviegen.generate.CastShelf;

/**
 * A cast that can be downloaded.
 *
 * @param name what {@code --cast} calls it
 * @param title what it is, in words
 * @param license an SPDX identifier
 * @param source the page on which its owners publish it
 */
public record KnownCast(
    String name, String title, String license, String source, List<CastFile> files) {
  public KnownCast {
    CastShelf.checkName(name);
    if (title.isBlank() || license.isBlank() || source.isBlank() || files.isEmpty()) {
      throw new IllegalArgumentException(
          "The cast \"%s\" needs a title, a license, a source and files.".formatted(name));
    }
    files = List.copyOf(files);
    var names = new HashSet<String>();
    for (var file : files) {
      if (!names.add(file.name()) || !names.add("part " + file.part())) {
        throw new IllegalArgumentException(
            "The cast \"%s\" has two files for %s.".formatted(name, file.name()));
      }
    }
  }

  static KnownCast parse(JsonNode entry) {
    var files = new ArrayList<CastFile>();
    entry.path("files").forEach(file -> files.add(CastFile.parse(file)));
    return new KnownCast(
        entry.path("name").asText(""),
        entry.path("title").asText(""),
        entry.path("license").asText(""),
        entry.path("source").asText(""),
        files);
  }
}
