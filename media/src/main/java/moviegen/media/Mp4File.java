package moviegen.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
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

/** An MP4 file being written: tracks are added, then its header, packets and trailer follow. */
final class Mp4File implements AutoCloseable {
  private final AVFormatContext context = new AVFormatContext(null);
  private final AVIOContext io = new AVIOContext(null);

  Mp4File(Path file, Map<String, String> tags) {
    var url = "file:" + file;
    Ffmpeg.check(avformat_alloc_output_context2(context, null, "mp4", url), "write " + file);
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

  /** Begins the file; its index will stand before its pictures, so that it plays while it loads. */
  void begin() {
    var options = new AVDictionary(null);
    Ffmpeg.put(options, Map.of("movflags", "+faststart"));
    try {
      Ffmpeg.check(avformat_write_header(context, options), "begin the file");
    } finally {
      av_dict_free(options);
    }
  }

  void write(AVPacket packet, AVStream track, AVCodecContext encoder) {
    av_packet_rescale_ts(packet, encoder.time_base(), track.time_base());
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
