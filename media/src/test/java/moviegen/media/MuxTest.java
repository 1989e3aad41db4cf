package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuxTest {
  @TempDir Path folder;

  private Path film(int width, int height) {
    var film = folder.resolve("film.mp4");
    VideoWriter.write(film, Films.ball(32, height, width, 16), Encoding.FINE, Tags.NONE);
    return film;
  }

  /** The film's packets in another container, each at another time. */
  private Path copied(Path film, String format, LongUnaryOperator times) {
    var out = folder.resolve("copy." + format);
    try (var demuxer = new Demuxer(film);
        var file = new MediaFile(out, format, Map.of())) {
      var track = file.copied(demuxer.track());
      file.begin(VideoWriter.CLOCK);
      var packet = av_packet_alloc();
      while (demuxer.next(packet)) {
        packet.pts(times.applyAsLong(packet.pts())).dts(times.applyAsLong(packet.dts()));
        file.write(packet, track, demuxer.track().time_base());
        av_packet_unref(packet);
      }
      av_packet_free(packet);
      file.end();
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource({"mp4, 96, 160", "matroska, 64, 64", "mpegts, 64, 64", "avi, 64, 64"})
  void copiesThePicturesOfEveryContainer(String format, int width, int height) {
    var film = film(width, height);
    var out = folder.resolve("out.mp4");
    Mux.addSound(
        copied(film, format, time -> time), Tones.tone(440, 96_000, Samples.RATE), out);
    assertThat(VideoReader.read(out).pixels()).isEqualTo(VideoReader.read(film).pixels());
    assertThat(AudioReader.read(out).length()).isCloseTo(96_000, within(4_000));
    assertThat(Probe.of(out).seconds()).isCloseTo(2, within(0.08));
  }

  @Test
  void isAsLongAsPicturesThatComeUnevenly() {
    var film = film(64, 64);
    long frame;
    try (var demuxer = new Demuxer(film)) {
      frame = demuxer.track().duration() / 32;
    }
    var uneven = copied(film, "mp4", time -> time < 16 * frame ? time : 2 * time - 16 * frame);
    var out = folder.resolve("out.mp4");
    var sound = Tones.clicks(4 * Samples.RATE, 24_000, 130_000);
    Mux.addSound(uneven, sound, out);
    int length = AudioReader.read(out).length();
    assertThat(length).isEqualTo(Mux.samples(uneven, Samples.RATE));
    assertThat(length / (double) Samples.RATE).isCloseTo(2.94, within(0.07));
    assertThat(VideoReader.read(out).count()).isEqualTo(32);
    assertThat(Probe.of(out).seconds()).isCloseTo(Probe.of(uneven).seconds(), within(1e-4));
  }
}
