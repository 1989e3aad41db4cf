package moviegen.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** FFmpeg's libraries: loaded once, silent, their error codes turned into sentences. */
final class Ffmpeg {
  static {
    Loader.load(avutil.class);
    Loader.load(avcodec.class);
    Loader.load(avformat.class);
    Loader.load(swresample.class);
    Loader.load(swscale.class);
    av_log_set_level(AV_LOG_QUIET);
  }

  private Ffmpeg() {}

  /** Loads the libraries; every class here that calls them does so before its first call. */
  static void load() {}

  /**
   * Passes a result code on.
   *
   * @throws IllegalStateException if it is an error; {@code doing} completes "Cannot …"
   */
  static int check(int code, String doing) {
    if (code < 0) {
      throw new IllegalStateException("Cannot %s: %s.".formatted(doing, reason(code)));
    }
    return code;
  }

  /** What FFmpeg calls an error code. */
  static String reason(int code) {
    var text = new byte[256];
    av_strerror(code, text, text.length);
    var end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  static void put(AVDictionary into, Map<String, String> entries) {
    entries.forEach(
        (key, value) -> {
          try (var k = new BytePointer(key, StandardCharsets.UTF_8);
              var v = new BytePointer(value, StandardCharsets.UTF_8)) {
            check(av_dict_set(into, k, v, 0), "keep the tag " + key);
          }
        });
  }

  /** What a dictionary holds; a file without tags has none. */
  static Map<String, String> entries(@Nullable AVDictionary dictionary) {
    var entries = new LinkedHashMap<String, String>();
    if (dictionary != null && !dictionary.isNull()) {
      var entry = av_dict_iterate(dictionary, new AVDictionaryEntry(null));
      while (entry != null) {
        entries.put(text(entry.key()), text(entry.value()));
        entry = av_dict_iterate(dictionary, entry);
      }
    }
    return entries;
  }

  private static String text(BytePointer pointer) {
    return pointer.getString(StandardCharsets.UTF_8);
  }
}
