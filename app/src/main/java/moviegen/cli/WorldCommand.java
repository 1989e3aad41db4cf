package moviegen.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import moviegen.media.Encoding;
import moviegen.media.Tags;
import moviegen.media.VideoWriter;
import moviegen.world.Caption;
import moviegen.world.ContactSheet;
import moviegen.world.Prompts;
import moviegen.world.PromptsFile;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.SoundCaption;
import moviegen.world.Split;
import moviegen.world.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws scenes of the world that the tiny cast learned from. */
@Command(
    name = "world",
    description = "Draw a scene of the world that the tiny cast learned from.",
    footer = {"", "Example:", "  ./moviegen world --seed 7 --out scene.mp4"})
final class WorldCommand implements Callable<Integer> {
  private static final long ROOM_BYTES = 50_000_000;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Which scene, or the first of several; default ${DEFAULT-VALUE}.")
  long seed;

  @Mixin OutputOptions out = new OutputOptions();

  @Option(names = "--sheet", paramLabel = "N", description = "Draw N scenes on one picture.")
  Optional<Integer> sheet = Optional.empty();

  @Option(
      names = "--prompts",
      paramLabel = "N",
      description = "Write N balanced prompts with their truth instead, one JSON object a line.")
  Optional<Integer> prompts = Optional.empty();

  @Option(
      names = "--tier",
      defaultValue = "T1",
      description =
          "Prompts of what training never showed: T1 subject, color and action together,"
              + " T2 subject and color, T3 a word; default ${DEFAULT-VALUE}.")
  Tier tier = Tier.T1;

  @Option(
      names = "--split",
      defaultValue = "dev",
      description =
          "Prompts to work with (dev) or to report on, once (test); default ${DEFAULT-VALUE}.")
  Split split = Split.DEV;

  @Option(
      names = "--size",
      defaultValue = "512x512",
      paramLabel = "WxH",
      description = "Width and height in pixels; default ${DEFAULT-VALUE}.")
  String size = "512x512";

  @Option(
      names = "--seconds",
      defaultValue = "4",
      description = "Length; default ${DEFAULT-VALUE}.")
  double seconds;

  @Option(
      names = "--fps",
      defaultValue = "24",
      description = "Frames a second; default ${DEFAULT-VALUE}.")
  double fps;

  @Mixin SoundOptions sound = new SoundOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    if (prompts.isPresent()) {
      Counts.check("--prompts", prompts.get(), 100_000);
      writePrompts(prompts.get());
    } else if (sheet.isPresent()) {
      Counts.check("--sheet", sheet.get(), 400);
      var scenes = LongStream.range(seed, seed + sheet.get()).mapToObj(Scene::random).toList();
      if (sound.spectrogram) {
        drawSound(scenes);
      } else {
        drawSheet(scenes);
      }
    } else if (sound.spectrogram) {
      drawSound(List.of(Scene.random(seed)));
    } else {
      make(Scene.random(seed));
    }
    return 0;
  }

  private void writePrompts(int count) {
    var list = Prompts.of(tier, split, count, seed);
    if (out.asked().isPresent()) {
      PromptsFile.write(out.asked().get().check(".jsonl", ROOM_BYTES).file(), list);
      return;
    }
    for (var prompt : list) {
      var line = new LinkedHashMap<String, Object>();
      line.put("id", prompt.id());
      line.put("prompt", prompt.prompt());
      line.put("truth", prompt.truth());
      Json.print(line);
    }
  }

  private Shot shot(int part) {
    var dimensions = Dimensions.parse(size);
    long frames = Math.round(seconds * fps);
    Counts.check("--seconds times --fps", frames, 24 * 60);
    return new Shot(dimensions.width() / part, dimensions.height() / part, (int) frames, fps);
  }

  private void make(Scene scene) {
    var shot = shot(1);
    VideoWriter.checkSize(shot.width(), shot.height());
    var file = out.orElse(() -> Path.of("scene-" + seed + ".mp4"));
    var ending = SoundOptions.ending(file);
    file.check(ending.orElse(".mp4"), ROOM_BYTES);
    if (ending.isPresent()) {
      SoundOptions.write(sound.of(scene, shot), file);
    } else {
      var caption = Tags.comment(Caption.full(scene, scene.seed(), fps));
      var frames = Renderer.render(scene, shot);
      VideoWriter.write(file.file(), frames, Encoding.FINE, caption, sound.heard(scene, shot));
    }
    report(file.file(), List.of(scene));
  }

  private void drawSound(List<Scene> scenes) {
    var file = out.orElse(() -> Path.of("spectrogram-" + seed + ".png"));
    file.check(".png", ROOM_BYTES);
    var shot = shot(1);
    SoundOptions.draw(scenes.stream().map(scene -> sound.of(scene, shot)).toList(), file);
    report(file.file(), scenes);
  }

  private void drawSheet(List<Scene> scenes) throws IOException {
    var file = out.orElse(() -> Path.of("sheet-" + seed + ".png"));
    file.check(".png", ROOM_BYTES);
    save(ContactSheet.of(scenes, shot(2)), file.file().toAbsolutePath());
    report(file.file(), scenes);
  }

  private static void save(BufferedImage image, Path file) throws IOException {
    var beside = Files.createTempFile(file.getParent(), ".sheet", ".png");
    try {
      ImageIO.write(image, "png", beside.toFile());
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void report(Path file, List<Scene> scenes) {
    if (json) {
      var facts = scenes.stream().map(this::facts).toList();
      var result = new LinkedHashMap<String, Object>();
      result.put("file", file.toString());
      result.put("scenes", facts);
      Json.print(result);
      return;
    }
    for (var scene : scenes) {
      System.err.println("%d  %s".formatted(scene.seed(), Caption.brief(scene, scene.seed())));
      if (scenes.size() == 1) {
        System.err.println("   " + Caption.full(scene, scene.seed(), fps));
        System.err.println("   " + SoundCaption.of(sound.of(scene, shot(1)), scene.seed()));
      }
    }
    System.err.println(file);
  }

  private Map<String, Object> facts(Scene scene) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("seed", scene.seed());
    facts.put("prompt", Caption.brief(scene, scene.seed()));
    facts.put("caption", Caption.full(scene, scene.seed(), fps));
    facts.put("truth", scene.truth());
    var track = sound.of(scene, shot(1));
    facts.put("sound_caption", SoundCaption.of(track, scene.seed()));
    facts.put("sound_truth", track.truth());
    facts.put("cues", track.cues());
    return facts;
  }
}
