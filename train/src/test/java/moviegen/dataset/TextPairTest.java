package moviegen.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import moviegen.dataset.TextPair.Kind;
import moviegen.dataset.TextPair.Task;
import moviegen.text.Tokenizer;
import moviegen.world.Lexicon;
import moviegen.world.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextPairTest {
  private static final int SCENES = 300;

  private static List<TextPair> pairs(Kind read, Kind written) {
    var draw = new SplittableRandom(4);
    return LongStream.range(0, SCENES)
        .mapToObj(seed -> new Task(read, written).of(Scene.training(seed), draw))
        .toList();
  }

  private static List<Task> tasks() {
    var draw = new SplittableRandom(1);
    return Stream.generate(() -> Task.draw(draw)).limit(1_000).toList();
  }

  @Test
  void oneStepInTenIsOfSound() {
    var heard = tasks().stream().filter(task -> task.read() == Kind.HEARD).toList();

    assertThat(heard.size()).isBetween(70, 130);
    assertThat(heard).allMatch(task -> task.written() == Kind.HEARD);
    assertThat(pairs(Kind.HEARD, Kind.HEARD))
        .allMatch(pair -> pair.text().startsWith("The audio has quality"))
        .allMatch(pair -> pair.other().startsWith("The audio has quality"));
  }

  @Test
  void mostStepsWriteAList() {
    long lists = tasks().stream().filter(task -> task.written() == Kind.LIST).count();

    assertThat(lists).isBetween(550L, 650L);
  }

  @Test
  void aFullCaptionIsWrittenAsAllThatIsInTheScene() {
    assertThat(pairs(Kind.FULL, Kind.LIST))
        .allMatch(pair -> pair.text().startsWith("FPS-") && pair.other().startsWith("place "));
  }

  @Test
  void aBriefCaptionIsWrittenAsWhatItSays() {
    var pairs = pairs(Kind.BRIEF, Kind.LIST);

    assertThat(pairs).allMatch(pair -> pair.other().contains("subject "));
    assertThat(pairs)
        .allMatch(pair -> pair.other().contains("sign ") == pair.text().contains("\""));
    assertThat(pairs).anyMatch(pair -> pair.text().startsWith("FPS-24"));
    assertThat(pairs).anyMatch(pair -> !pair.other().contains("place "));
  }

  @Test
  void noKindIsLongerThanItSays(@TempDir Path folder) {
    var file = folder.resolve("tokenizer.json");
    Lexicon.writeTokenizer(file);
    try (var tokenizer = Tokenizer.read(file)) {
      for (var kind : Kind.values()) {
        var longest =
            pairs(kind, kind).stream()
                .mapToInt(pair -> tokenizer.encode(pair.text(), 512).length)
                .max()
                .orElseThrow();
        assertThat(longest).as(kind.name()).isLessThanOrEqualTo(kind.longest());
      }
    }
  }

  @Test
  void shortTextsComeInLargerBatches() {
    assertThat(new Task(Kind.BRIEF, Kind.LIST).batch())
        .isGreaterThan(new Task(Kind.FULL, Kind.LIST).batch());
  }
}
