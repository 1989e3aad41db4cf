package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledSoundTest {
  @TempDir Path folder;

  @Test
  void readsBackWhatWasAppendedAndSilenceBeyond() {
    try (var sound = new SpooledSound(folder, Samples.RATE)) {
      sound.append(new float[] {1, 2, 3});
      sound.append(new float[] {4, 5});
      assertThat(sound.length()).isEqualTo(5);
      var into = new float[4];
      sound.read(2, into);
      assertThat(into).containsExactly(3, 4, 5, 0);
      sound.read(9, into);
      assertThat(into).containsExactly(0, 0, 0, 0);
    }
  }

  @Test
  void writesTheSameFileAsSamplesAndLeavesNothing() throws IOException {
    var tone = Tones.tone(440, 50_001, Samples.RATE);
    try (var sound = new SpooledSound(folder, Samples.RATE)) {
      sound.append(tone.values());
      AudioWriter.write(folder.resolve("spooled.flac"), sound, Tags.NONE);
    }
    AudioWriter.write(folder.resolve("whole.flac"), tone, Tags.NONE);
    assertThat(folder.resolve("spooled.flac")).hasSameBinaryContentAs(folder.resolve("whole.flac"));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aacOfFewBitsIsAsLongAndFartherFromTheTruth() {
    var tone = Tones.tone(3000, 96_000, Samples.RATE);
    var coarse = CodedSound.of(tone, 24_000);
    assertThat(coarse.samples().length()).isEqualTo(96_000);
    assertThat(coarse.bitsPerSecond()).isLessThan(60_000);
  }
}
