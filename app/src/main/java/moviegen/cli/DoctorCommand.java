package moviegen.cli;

import static moviegen.cli.Room.size;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import moviegen.cli.Examination.Fact;
import moviegen.generate.Cast;
import moviegen.generate.Film;
import moviegen.generate.FilmCost;
import moviegen.generate.FilmRequest;
import moviegen.generate.Machine;
import moviegen.generate.Part;
import moviegen.generate.Studio;
import moviegen.generate.Version;
import moviegen.media.Codecs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Examines the machine: what it is, what runs here and how fast, what is missing. */
@Command(
    name = "doctor",
    description = "Say what this machine is, how fast films are made here, and what is missing.",
    footer = {"", "Example:", "  ./moviegen doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final long ROOM_BYTES = 100_000_000;
  private static final long MEMORY_BYTES = 1_500_000_000;
  private static final String PROMPT = "a red ball bounces on a beach at sunset";

  @Mixin CastOption cast = new CastOption();

  @Option(names = "--no-film", description = "Make no film to see how long one takes.")
  boolean withoutFilm;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var found = new Examination(json ? System.err : System.out);
    found.look("program", () -> new Fact("moviegen " + Version.current(), Version.current()));
    found.look("java", DoctorCommand::java);
    machine(found);
    disk(found, "disk", Path.of("").toAbsolutePath());
    disk(found, "studio", new DataOptions().folder());
    disk(found, "log", Log.file());
    found.look("ffmpeg", () -> new Fact(Codecs.version() + ", writes H.264", Codecs.version()));
    boolean computes = found.look("libtorch", DoctorCommand::rates).isPresent();
    boolean cast = found.look("cast", this::parts).isPresent();
    if (computes) {
      found.look("largest_model", DoctorCommand::largest);
    }
    if (computes && cast && !withoutFilm) {
      found.look("film", this::film);
    }
    found.conclude();
    if (json) {
      Json.print(found.facts());
    }
    return found.isWell() ? 0 : Errors.FAULT;
  }

  private static Fact java() {
    var facts = new LinkedHashMap<String, Object>();
    for (var name : List.of("version", "vendor", "home")) {
      facts.put(name, System.getProperty("java." + name, ""));
    }
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("architecture", System.getProperty("os.arch"));
    return new Fact(
        "%s (%s) in %s".formatted(Runtime.version(), facts.get("vendor"), facts.get("home")),
        facts);
  }

  private static void machine(Examination found) {
    var machine = Machine.here();
    found.look(
        "machine",
        () ->
            new Fact(
                "%s, %d core%s, %s of memory, %s free"
                    .formatted(
                        machine.processor(),
                        machine.cores(),
                        machine.cores() == 1 ? "" : "s",
                        size(machine.memoryBytes()),
                        size(machine.availableBytes())),
                machine));
    found.look("instructions", () -> new Fact(instructions(machine), machine.instructions()));
    found.require(
        machine.availableBytes() >= MEMORY_BYTES,
        "A film needs about %s of memory, %s are free."
            .formatted(size(MEMORY_BYTES), size(machine.availableBytes())));
  }

  private static String instructions(Machine machine) {
    var known = machine.instructions();
    boolean half = known.contains("avx512_bf16") || known.contains("amx_bf16");
    return (known.isEmpty() ? "none that help" : String.join(" ", known))
        + (half ? "" : "; none for bfloat16, so films take two to three times as long");
  }

  private static void disk(Examination found, String name, Path file) {
    found
        .look(name, () -> fact(Room.of(file)))
        .ifPresent(
            _ -> {
              long free = Room.of(file).freeBytes();
              found.require(free >= ROOM_BYTES, "%s has only %s free.".formatted(file, size(free)));
            });
  }

  private static Fact fact(Room room) {
    return new Fact("%s free for %s".formatted(size(room.freeBytes()), room.file()), room);
  }

  private static Fact rates() {
    var rates = Machine.rates();
    var each =
        rates.perSecond().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(rate -> "%.0f GFLOP/s in %s".formatted(rate.getValue() / 1e9, rate.getKey()))
            .collect(Collectors.joining(", "));
    return new Fact(
        "%s, %d thread%s; computes in %s"
            .formatted(each, rates.threads(), rates.threads() == 1 ? "" : "s", rates.chosen()),
        rates);
  }

  private Fact parts() {
    Cast opened = cast.open();
    var parts = opened.parts().keySet().stream().sorted().map(opened::part).toList();
    long bytes = parts.stream().mapToLong(Part::size).sum();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("name", opened.name());
    facts.put("folder", opened.folder().toString());
    facts.put("bytes", bytes);
    facts.put("parts", parts.stream().map(Part::name).toList());
    return new Fact(
        "%s, whole, %s in %s".formatted(opened.name(), size(bytes), opened.folder()), facts);
  }

  /** The film that the paper's largest model would make. */
  private static Fact largest() {
    var cost = FilmCost.of("paper-30b", 768, 768, 256, 50, 64);
    var facts = new LinkedHashMap<String, Object>();
    facts.put("preset", "paper-30b");
    facts.put("weight_bytes", cost.weightBytes());
    facts.put("seconds", cost.seconds());
    return new Fact(
        "a film of 16 s at 768x768 by 30B parameters: %s of weights, %s"
            .formatted(size(cost.weightBytes()), PlanCommand.time(cost.seconds())),
        facts);
  }

  private Fact film() {
    try (var studio = Studio.open(cast.open())) {
      var film = studio.generate(FilmRequest.of(PROMPT));
      return new Fact(
          "2 s at 128x128 made in %.1f s, with %s of memory"
              .formatted(film.totalSeconds(), size(film.peakMemoryBytes())),
          facts(film));
    }
  }

  private static Map<String, Object> facts(Film film) {
    var facts = new LinkedHashMap<String, Object>();
    film.seconds().forEach((stage, seconds) -> facts.put(stage.label(), seconds));
    facts.put("total", film.totalSeconds());
    facts.put("peak_memory_bytes", film.peakMemoryBytes());
    return facts;
  }
}
