package moviegen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.generate.Cast;
import moviegen.generate.FolderFacts;
import moviegen.generate.Part;
import moviegen.media.Frames;
import moviegen.media.Picture;
import moviegen.media.Probe;
import moviegen.media.Tags;
import moviegen.media.VideoReader;
import moviegen.provenance.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a film, a picture or a cast is, and how it was made. */
@Command(
    name = "inspect",
    description = "Say what a film, a picture or a cast is and how it was made.",
    footer = {"", "Example:", "  ./moviegen inspect film.mp4"})
final class InspectCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "A film, a PNG, or a folder of models.")
  Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public void run() {
    var facts = Files.isDirectory(file) ? folder() : Picture.isPng(file) ? picture() : film();
    if (json) {
      Json.print(facts);
    } else {
      print(facts, "");
    }
  }

  private Map<String, Object> folder() {
    return FolderFacts.canTell(file) ? FolderFacts.of(file) : cast();
  }

  private Map<String, Object> cast() {
    var cast = Cast.open(file);
    var facts = new LinkedHashMap<String, Object>();
    facts.put("cast", cast.name());
    for (Part part : cast.parts().values()) {
      var verified = cast.part(part.name());
      var said = new LinkedHashMap<String, Object>();
      said.put("file", String.valueOf(verified.file().getFileName()));
      said.put("bytes", verified.size());
      said.put("sha256", verified.sha256());
      said.put("license", verified.license());
      facts.put(part.name(), said);
    }
    return facts;
  }

  private Map<String, Object> picture() {
    var frames = Picture.read(file);
    var facts = new LinkedHashMap<String, Object>();
    facts.put("file", file.toString());
    facts.put("container", "png");
    facts.put("width", frames.width());
    facts.put("height", frames.height());
    marks(facts, Picture.tags(file));
    return facts;
  }

  private Map<String, Object> film() {
    var probe = Probe.of(file);
    var frames = VideoReader.read(file);
    var facts = new LinkedHashMap<String, Object>();
    facts.put("file", file.toString());
    facts.put("container", probe.container());
    facts.put("video_codec", probe.videoCodec());
    probe.audioCodec().ifPresent(codec -> facts.put("audio_codec", codec));
    facts.put("bytes", probe.bytes());
    facts.put("width", probe.width());
    facts.put("height", probe.height());
    facts.put("fps", probe.fps());
    facts.put("seconds", probe.seconds());
    facts.put("frames", frames.count());
    facts.put("motion", motion(frames));
    marks(facts, probe.tags());
    return facts;
  }

  /** Mean difference between neighboring frames in values of 0 to 255. */
  static double motion(Frames frames) {
    int bytes = frames.width() * frames.height() * 3;
    long sum = 0;
    for (int i = bytes; i < frames.count() * bytes; i++) {
      sum += Math.abs((frames.pixels().get(i) & 0xff) - (frames.pixels().get(i - bytes) & 0xff));
    }
    return Math.round(100.0 * sum / Math.max(1, (frames.count() - 1L) * bytes)) / 100.0;
  }

  private void marks(Map<String, Object> facts, Tags tags) {
    facts.put("made_by_model", Provenance.isMarked(file));
    var recipe = Provenance.find(tags);
    recipe.ifPresentOrElse(
        made -> facts.put("recipe", made.values()),
        () -> tags.comment().ifPresent(comment -> facts.put("comment", comment)));
  }

  static void print(Map<String, Object> facts, String indent) {
    facts.forEach((name, value) -> print(indent, name, value));
  }

  private static void print(String indent, String name, Object value) {
    String label = indent + name.replace('_', ' ');
    if (value instanceof Map<?, ?> map) {
      System.out.println(label);
      map.forEach((key, inner) -> print(indent + "  ", key.toString(), inner));
    } else {
      System.out.println("%-18s %s".formatted(label, value));
    }
  }
}
