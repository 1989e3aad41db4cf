package moviegen.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "s.wav, 48000, 1, 85",
    "s.wav, 48000, 48017, 85",
    "s.flac, 48000, 48017, 85",
    "s.flac, 44100, 44099, 85",
    "s.m4a, 48000, 48017, 25",
    "s.m4a, 48000, 1024, 10",
    "s.m4a, 44100, 30001, 22",
    "s.mp4, 48000, 96000, 30"
  })
  void comesBackInItsExactLength(String name, int rate, int length, double decibels) {
    var tone = Tones.tone(440, length, rate);
    var file = folder.resolve(name);
    AudioWriter.write(file, tone, Tags.comment("a tone"));
    var read = AudioReader.read(file);
    assertThat(read.rate()).isEqualTo(rate);
    assertThat(read.length()).isEqualTo(length);
    if (length > 1) {
      assertThat(Tones.ratio(tone, read)).isGreaterThan(decibels);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s.wav", "s.flac", "s.m4a"})
  void keepsTheInstantOfAClick(String name) {
    var file = folder.resolve(name);
    AudioWriter.write(file, Tones.clicks(48_000, 100, 20_011, 47_900), Tags.NONE);
    var read = AudioReader.read(file).values();
    for (int click : new int[] {100, 20_011, 47_900}) {
      int loudest = click - 50;
      for (int i = click - 50; i < click + 50; i++) {
        loudest = Math.abs(read[i]) > Math.abs(read[loudest]) ? i : loudest;
      }
      assertThat(loudest).isCloseTo(click, within(1));
    }
  }

  @Test
  void readsAtAnotherRate() {
    var file = folder.resolve("s.wav");
    AudioWriter.write(file, Tones.tone(440, 44_100, 44_100), Tags.NONE);
    var read = AudioReader.read(file, 48_000);
    assertThat(read.length()).isCloseTo(48_000, within(1));
    var expected = Tones.tone(440, 48_000, 48_000).values();
    for (int i = 1_000; i < 47_000; i++) {
      assertThat(read.values()[i]).isCloseTo(expected[i], within(2e-3f));
    }
  }

  @Test
  void givesEqualBytesForEqualSound() throws IOException {
    for (String name : new String[] {"s.wav", "s.flac", "s.m4a"}) {
      var file = folder.resolve(name);
      AudioWriter.write(file, Tones.tone(330, 10_000, 48_000), Tags.NONE);
      var first = Files.readAllBytes(file);
      AudioWriter.write(file, Tones.tone(330, 10_000, 48_000), Tags.NONE);
      assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource({"16, 33, 99000", "24, 48, 96000", "23.976023976, 24, 48048", "30, 1, 1600"})
  void givesAFilmATrackOfItsLengthToTheSample(double fps, int frames, int samples) {
    var film = folder.resolve("film.mp4");
    VideoWriter.write(
        film,
        Films.ball(frames, 64, 64, fps),
        Encoding.FINE,
        Tags.comment("how it was made").withXmp("<x/>"));
    var out = folder.resolve("out.mp4");
    var sound = Tones.tone(440, 40_000, 48_000);
    Mux.addSound(film, sound, out);
    assertThat(Mux.samples(film, 48_000)).isEqualTo(samples);
    var read = AudioReader.read(out);
    assertThat(read.length()).isEqualTo(samples);
    int n = Math.min(samples, 40_000);
    assertThat(Tones.ratio(sound.fitted(n), read.fitted(n))).isGreaterThan(10);
    assertThat(VideoReader.read(out).pixels()).isEqualTo(VideoReader.read(film).pixels());
    var probe = Probe.of(out);
    assertThat(probe.audioCodec()).contains("aac");
    assertThat(probe.comment()).contains("how it was made");
    assertThat(probe.tags().xmp()).contains("<x/>");
    assertThat(probe.fps()).isCloseTo(fps, within(1e-6));
    assertThat(probe.seconds()).isCloseTo(frames / fps, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"16, 33, 40000, 99000", "24, 48, 200000, 96000", "23.976023976, 24, 48048, 48048"})
  void writesAFilmWithItsSound(double fps, int frames, int given, int samples) {
    var film = folder.resolve("film.mp4");
    var silent = folder.resolve("silent.mp4");
    var sound = Tones.tone(440, given, 48_000);
    var pictures = Films.ball(frames, 64, 64, fps);
    VideoWriter.write(film, pictures, Encoding.FINE, Tags.NONE, Optional.of(sound));
    VideoWriter.write(silent, pictures, Encoding.FINE, Tags.NONE);
    var read = AudioReader.read(film);
    assertThat(read.length()).isEqualTo(samples);
    assertThat(Tones.ratio(sound.fitted(samples), read)).isGreaterThan(20);
    assertThat(VideoReader.read(film).pixels()).isEqualTo(VideoReader.read(silent).pixels());
  }

  @Test
  void replacesASoundThatWasThere() {
    var film = folder.resolve("film.mp4");
    VideoWriter.write(film, Films.ball(16, 64, 64, 16), Encoding.FINE, Tags.NONE);
    var once = folder.resolve("once.mp4");
    var twice = folder.resolve("twice.mp4");
    Mux.addSound(film, Tones.tone(440, 48_000, 48_000), once);
    Mux.addSound(once, Tones.tone(880, 48_000, 48_000), twice);
    assertThat(Tones.ratio(Tones.tone(880, 48_000, 48_000), AudioReader.read(twice)))
        .isGreaterThan(25);
  }

  @Test
  void neverTouchesTheFilmItself() {
    var film = folder.resolve("film.mp4");
    VideoWriter.write(film, Films.ball(4, 64, 64, 16), Encoding.FINE, Tags.NONE);
    assertThatThrownBy(() -> Mux.addSound(film, Tones.tone(440, 100, 48_000), film))
        .hasMessageStartingWith("The film with its sound is written to another file than");
  }

  @Test
  void refusesAFileWithoutSound() {
    var film = folder.resolve("film.mp4");
    VideoWriter.write(film, Films.ball(4, 64, 64, 16), Encoding.FINE, Tags.NONE);
    assertThatThrownBy(() -> AudioReader.read(film)).hasMessage(film + " has no sound.");
  }

  @Test
  void refusesSoundWithoutPictures() {
    var sound = folder.resolve("s.wav");
    AudioWriter.write(sound, Tones.tone(440, 48_000, 48_000), Tags.NONE);
    assertThatThrownBy(
            () -> Mux.addSound(sound, Tones.tone(440, 100, 48_000), folder.resolve("o.mp4")))
        .hasMessage(sound + " has no pictures that play.");
    assertThat(folder.resolve("o.mp4")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s.wav", "s.flac", "s.m4a"})
  void survivesATruncatedFile(String name) throws IOException {
    var file = folder.resolve(name);
    AudioWriter.write(file, Tones.tone(440, 48_000, 48_000), Tags.NONE);
    var bytes = Files.readAllBytes(file);
    for (int length = 1; length < bytes.length; length += bytes.length / 13) {
      Files.write(file, Arrays.copyOf(bytes, length));
      try {
        assertThat(AudioReader.read(file).length()).isLessThanOrEqualTo(48_000);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining(name).hasMessageMatching("[^\n]+\\.");
      }
    }
  }

  @Test
  void mixesSixChannelsIntoOne() throws IOException {
    int length = 4_800;
    var wave = ByteBuffer.allocate(44 + 12 * length).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(US_ASCII)).putInt(36 + 12 * length);
    wave.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 6);
    wave.putInt(48_000).putInt(48_000 * 12).putShort((short) 12).putShort((short) 16);
    wave.put("data".getBytes(US_ASCII)).putInt(12 * length);
    for (int i = 0; i < length; i++) {
      for (int channel = 0; channel < 6; channel++) {
        double value = channel < 3 ? 8_000 * Math.sin(2 * Math.PI * 440 * i / 48_000) : 0;
        wave.putShort((short) value);
      }
    }
    var read = AudioReader.read(Files.write(folder.resolve("six.wav"), wave.array()));
    assertThat(read.length()).isEqualTo(length);
    assertThat(read.rms()).isBetween(0.05, 0.3);
  }

  @Test
  void saysThatAFilmIsTruncatedAndLeavesNothing() throws IOException {
    var film = folder.resolve("film.mp4");
    VideoWriter.write(film, Films.noise(1, 8, 64, 64), Encoding.FINE, Tags.NONE);
    var bytes = Files.readAllBytes(film);
    Files.write(film, Arrays.copyOf(bytes, bytes.length / 2));
    var sound = Tones.tone(440, 48_000, 48_000);
    assertThatThrownBy(() -> Mux.addSound(film, sound, folder.resolve("out.mp4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("film.mp4");
    assertThat(folder.toFile().list()).containsExactly("film.mp4");
  }

  @Test
  void refusesAnEndingThatIsNoneOfSound() {
    assertThatThrownBy(
            () -> AudioWriter.write(folder.resolve("s.ogg"), Tones.tone(1, 9, 48_000), Tags.NONE))
        .hasMessage(
            "A file of sound ends in .wav, .flac, .m4a or .mp4, got \"%s\"."
                .formatted(folder.resolve("s.ogg")));
  }

  @Test
  void doesNotWrapAroundWhereItClips() {
    var file = folder.resolve("s.wav");
    AudioWriter.write(file, new Samples(48_000, new float[] {2, -2, 0, 1}), Tags.NONE);
    assertThat(AudioReader.read(file).values())
        .containsExactly(new float[] {1, -1, 0, 1}, within(1e-4f));
  }
}
