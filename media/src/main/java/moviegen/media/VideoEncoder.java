package moviegen.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_inv_q;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** H.264 in yuv420p, tagged BT.709, by OpenH264 on one thread: equal frames give equal bytes. */
final class VideoEncoder implements AutoCloseable {
  /*
   * OpenH264 gives a slice about one byte a pixel of the frame and fails where noise needs more, so
   * slices are limited to an eighth of that; ordinary frames still are one slice.
   */
  private static final int SMALLEST_SLICE = 1500;
  private static final int LARGEST_FPS_TERM = 120_000;

  private final AVCodecContext context;
  private final AVFrame rgb;
  private final AVPacket packet = av_packet_alloc();
  private final ColorConverter converter;
  private final Consumer<AVPacket> packets;
  private long count;
  private long bytes;

  /** Opens an encoder that hands every finished packet to {@code packets}. */
  VideoEncoder(int width, int height, double fps, Encoding encoding, Consumer<AVPacket> packets) {
    this.packets = packets;
    var codec = avcodec_find_encoder_by_name("libopenh264");
    if (codec == null) {
      throw new IllegalStateException("This build of FFmpeg has no H.264 encoder libopenh264.");
    }
    context = avcodec_alloc_context3(codec);
    var rate = av_d2q(fps, LARGEST_FPS_TERM);
    context
        .width(width)
        .height(height)
        .pix_fmt(AV_PIX_FMT_YUV420P)
        .framerate(rate)
        .time_base(av_inv_q(rate))
        .gop_size((int) Math.max(1, Math.round(2 * fps)))
        .thread_count(1)
        .color_range(AVCOL_RANGE_MPEG)
        .colorspace(AVCOL_SPC_BT709)
        .color_primaries(AVCOL_PRI_BT709)
        .color_trc(AVCOL_TRC_BT709)
        .flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    switch (encoding) {
      case Encoding.Quantizer(int value) -> {
        option("rc_mode", "bitrate");
        context.qmin(value).qmax(value).bit_rate(100_000_000);
      }
      case Encoding.BitRate(long bitsPerSecond) -> {
        option("rc_mode", "bitrate");
        context.bit_rate(bitsPerSecond);
      }
    }
    option("allow_skip_frames", "0");
    option("profile", "high");
    option("max_nal_size", Integer.toString(Math.max(SMALLEST_SLICE, width * height / 8)));
    Ffmpeg.check(
        avcodec_open2(context, codec, (AVDictionary) null),
        "encode %dx%d at %s frames a second".formatted(width, height, fps));
    rgb = ColorConverter.picture(width, height, AV_PIX_FMT_RGB24);
    converter = ColorConverter.toVideo(width, height);
  }

  private void option(String name, String value) {
    Ffmpeg.check(av_opt_set(context.priv_data(), name, value, 0), "set the encoder's " + name);
  }

  AVCodecContext context() {
    return context;
  }

  /** Size of all packets so far, without their container. */
  long bytes() {
    return bytes;
  }

  /** Encodes one frame, (h w c). */
  void encode(ByteBuffer frame) {
    ColorConverter.fill(rgb, frame);
    var picture = converter.convert(rgb);
    picture.pts(count++);
    Ffmpeg.check(avcodec_send_frame(context, picture), "encode frame " + count);
    drain();
  }

  /** Hands over what is still inside. */
  void flush() {
    Ffmpeg.check(avcodec_send_frame(context, null), "finish encoding");
    drain();
  }

  private void drain() {
    while (true) {
      var code = avcodec_receive_packet(context, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF()) {
        return;
      }
      Ffmpeg.check(code, "encode frame " + count);
      packet.duration(1);
      bytes += packet.size();
      packets.accept(packet);
    }
  }

  @Override
  public void close() {
    av_frame_free(rgb);
    av_packet_free(packet);
    converter.close();
    avcodec_free_context(context);
  }
}
