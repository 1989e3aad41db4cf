package moviegen.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;

/** What the FFmpeg that is loaded can do. */
public final class Codecs {
  private Codecs() {}

  /**
   * Its version, such as 8.0.1.
   *
   * @throws IllegalStateException where it cannot write films
   */
  public static String version() {
    Ffmpeg.load();
    if (avcodec_find_encoder_by_name("libopenh264") == null) {
      throw new IllegalStateException("This build of FFmpeg has no H.264 encoder libopenh264.");
    }
    return avutil.av_version_info().getString(StandardCharsets.UTF_8);
  }
}
