package moviegen.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** A local media file opened for reading: one of a few containers, checked before it is trusted. */
final class Demuxer implements AutoCloseable {
  /** Containers that hold media themselves; none that names other files. */
  private static final String FORMATS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,gif,ogg,wav,flac,mp3,aac";

  private static final Map<String, String> OPTIONS =
      Map.of(
          "protocol_whitelist", "file",
          "format_whitelist", FORMATS,
          "max_streams", "32",
          "probesize", "8000000",
          "analyzeduration", "5000000",
          "codec_whitelist", TrackDecoder.CODECS);

  private final Path file;
  private final AVFormatContext context = new AVFormatContext(null);
  private final int chosen;

  /** Opens the pictures of a file, whose size is checked already. */
  Demuxer(Path file) {
    this(file, AVMEDIA_TYPE_VIDEO, "has no pictures that play");
  }

  /** Opens the sound of a file, whose size is checked already. */
  static Demuxer sound(Path file) {
    return new Demuxer(file, AVMEDIA_TYPE_AUDIO, "has no sound");
  }

  private Demuxer(Path file, int kind, String without) {
    this.file = file;
    var options = new AVDictionary(null);
    Ffmpeg.put(options, OPTIONS);
    var opened = avformat_open_input(context, "file:" + file.toAbsolutePath(), null, options);
    av_dict_free(options);
    if (opened < 0) {
      throw unreadable(opened);
    }
    var found = avformat_find_stream_info(context, (AVDictionary) null);
    chosen = found < 0 ? found : av_find_best_stream(context, kind, -1, -1, (AVCodec) null, 0);
    if (chosen < 0 || (track().disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
      close();
      throw new IllegalArgumentException("%s %s.".formatted(file, without));
    }
  }

  private IllegalArgumentException unreadable(int code) {
    return new IllegalArgumentException(
        "%s is not a readable film: %s.".formatted(file, Ffmpeg.reason(code)));
  }

  /** The track that is read. */
  AVStream track() {
    return context.streams(chosen);
  }

  /** Reads on to the next packet of the track; false at the end. */
  boolean next(AVPacket packet) {
    while (true) {
      var code = av_read_frame(context, packet);
      if (code == AVERROR_EOF()) {
        return false;
      }
      if (code < 0) {
        throw unreadable(code);
      }
      if (packet.stream_index() == chosen) {
        if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
          av_packet_unref(packet);
          throw new IllegalArgumentException("%s is truncated or damaged.".formatted(file));
        }
        return true;
      }
      av_packet_unref(packet);
    }
  }

  /** Frames a second. */
  double fps() {
    var average = track().avg_frame_rate();
    var rate = average.num() > 0 && average.den() > 0 ? average : track().r_frame_rate();
    var fps = rate.den() > 0 ? av_q2d(rate) : 0;
    if (!(fps > 0 && fps <= 1000)) {
      throw new IllegalArgumentException(
          "%s has a frame rate of %s, expected between 0 and 1000.".formatted(file, fps));
    }
    return fps;
  }

  /** Length of the track in seconds; 0 if the file does not say. */
  double seconds() {
    var track = track();
    if (track.duration() != AV_NOPTS_VALUE && track.duration() > 0) {
      return track.duration() * av_q2d(track.time_base());
    }
    var duration = context.duration();
    return duration == AV_NOPTS_VALUE ? 0 : Math.max(0, duration / (double) AV_TIME_BASE);
  }

  Probe probe(long bytes, Optional<String> xmp) {
    var track = track();
    var audio = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
    var seconds = seconds();
    var frames = track.nb_frames() > 0 ? track.nb_frames() : Math.round(seconds * fps());
    return new Probe(
        container(),
        bytes,
        track.codecpar().width(),
        track.codecpar().height(),
        fps(),
        frames,
        seconds,
        codec(track),
        audio < 0 ? Optional.empty() : Optional.of(codec(context.streams(audio))),
        new Tags(Ffmpeg.entries(context.metadata()), xmp));
  }

  private String container() {
    var name = context.iformat().name().getString();
    return name.startsWith("mov,") ? "mp4" : name.split(",", 2)[0];
  }

  private static String codec(AVStream stream) {
    return avcodec_get_name(stream.codecpar().codec_id()).getString();
  }

  @Override
  public void close() {
    avformat_close_input(context);
  }
}
