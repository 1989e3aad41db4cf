package moviegen.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A media file being written: tracks are added, then its header, packets and trailer follow. */
final class MediaFile implements AutoCloseable {
  static final String MP4 = "mp4";

  /** An MP4 file of sound alone. */
  static final String M4A = "ipod";

  private final boolean mp4;
  private final AVFormatContext context = new AVFormatContext(null);
  private final AVIOContext io = new AVIOContext(null);

  /**
   * @param format FFmpeg's name of the container: {@link #MP4}, wav, flac
   */
  MediaFile(Path file, String format, Map<String, String> tags) {
    mp4 = format.equals(MP4) || format.equals(M4A);
    var url = "file:" + file;
    Ffmpeg.check(avformat_alloc_output_context2(context, null, format, url), "write " + file);
    context.flags(context.flags() | AVFMT_FLAG_BITEXACT);
    var metadata = new AVDictionary(null);
    Ffmpeg.put(metadata, tags);
    context.metadata(metadata);
    var opened = avio_open2(io, url, AVIO_FLAG_WRITE, null, null);
    if (opened < 0) {
      avformat_free_context(context);
      throw new IllegalArgumentException(
          "Cannot write %s: %s.".formatted(file, Ffmpeg.reason(opened)));
    }
    context.pb(io);
  }

  /** A track for what {@code encoder} gives. */
  AVStream track(AVCodecContext encoder) {
    var stream = avformat_new_stream(context, null);
    Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "add a track");
    stream.time_base(encoder.time_base());
    stream.avg_frame_rate(encoder.framerate());
    return stream;
  }

  /** A track of packets that come from another file. */
  AVStream copied(AVStream from) {
    var stream = avformat_new_stream(context, null);
    Ffmpeg.check(avcodec_parameters_copy(stream.codecpar(), from.codecpar()), "add a track");
    stream.codecpar().codec_tag(0);
    stream.time_base(from.time_base());
    stream.avg_frame_rate(from.avg_frame_rate());
    return stream;
  }

  /**
   * Begins the file; an index will stand before its packets, so that it plays while it loads.
   *
   * @param clock ticks a second in which the length of a track is written: a number of samples is
   *     exact only in its own rate
   */
  void begin(int clock) {
    var options = new AVDictionary(null);
    if (mp4) {
      Ffmpeg.put(
          options, Map.of("movflags", "+faststart", "movie_timescale", Integer.toString(clock)));
    }
    try {
      Ffmpeg.check(avformat_write_header(context, options), "begin the file");
    } finally {
      av_dict_free(options);
    }
  }

  /**
   * @param clock in which the packet counts its times
   */
  void write(AVPacket packet, AVStream track, AVRational clock) {
    av_packet_rescale_ts(packet, clock, track.time_base());
    packet.stream_index(track.index());
    Ffmpeg.check(av_interleaved_write_frame(context, packet), "write a packet");
  }

  void end() {
    Ffmpeg.check(av_write_trailer(context), "finish the file");
  }

  @Override
  public void close() {
    avio_closep(io);
    avformat_free_context(context);
  }
}
