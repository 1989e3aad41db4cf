package moviegen.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;

/** Sound of one channel in a coder's packets, on one thread: equal samples give equal bytes. */
final class AudioEncoder implements AutoCloseable {
  /** Bits a second of AAC, at which one channel of 48 kHz loses nothing one hears. */
  static final long BIT_RATE = 128_000;

  private static final int PIECE = 1024;

  private final AVCodecContext context;
  private final AVFrame frame = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();
  private final Consumer<AVPacket> packets;
  private final int piece;
  private long count;

  /**
   * @param codec FFmpeg's name of the coder: aac, flac, pcm_s16le
   * @param packets takes every finished packet
   */
  AudioEncoder(String codec, int rate, Consumer<AVPacket> packets) {
    this(codec, rate, BIT_RATE, packets);
  }

  AudioEncoder(String codec, int rate, long bitRate, Consumer<AVPacket> packets) {
    this.packets = packets;
    var coder = avcodec_find_encoder_by_name(codec);
    if (coder == null) {
      throw new IllegalStateException("This build of FFmpeg has no encoder %s.".formatted(codec));
    }
    context = avcodec_alloc_context3(coder);
    context
        .sample_rate(rate)
        .sample_fmt(codec.equals("aac") ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_S16)
        .bit_rate(bitRate)
        .thread_count(1)
        .flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
    context.time_base().num(1).den(rate);
    av_channel_layout_default(context.ch_layout(), 1);
    Ffmpeg.check(
        avcodec_open2(context, coder, (AVDictionary) null),
        "encode %s at %,d samples a second".formatted(codec, rate));
    piece = context.frame_size() > 0 ? context.frame_size() : PIECE;
    frame.format(context.sample_fmt()).sample_rate(rate).nb_samples(piece);
    av_channel_layout_default(frame.ch_layout(), 1);
    Ffmpeg.check(av_frame_get_buffer(frame, 0), "encode sound");
  }

  AVCodecContext context() {
    return context;
  }

  /** Number of samples that one packet takes; all but the last call of encode bring a multiple. */
  int piece() {
    return piece;
  }

  /** Encodes the samples from one number up to another. */
  void encode(float[] values, int from, int to) {
    for (int at = from; at < to; at += piece) {
      int n = Math.min(piece, to - at);
      Ffmpeg.check(av_frame_make_writable(frame), "encode sound");
      frame.nb_samples(n).pts(count);
      if (context.sample_fmt() == AV_SAMPLE_FMT_FLTP) {
        new FloatPointer(frame.data(0)).put(values, at, n);
      } else {
        new ShortPointer(frame.data(0)).put(rounded(values, at, n), 0, n);
      }
      count += n;
      Ffmpeg.check(avcodec_send_frame(context, frame), "encode sound");
      drain();
    }
  }

  private static short[] rounded(float[] values, int from, int count) {
    var rounded = new short[count];
    for (int i = 0; i < count; i++) {
      rounded[i] = (short) Math.round(Math.clamp(values[from + i], -1f, 1f) * 32767f);
    }
    return rounded;
  }

  /** Hands over what is still inside. */
  void flush() {
    Ffmpeg.check(avcodec_send_frame(context, null), "finish encoding sound");
    drain();
  }

  private void drain() {
    while (true) {
      int code = avcodec_receive_packet(context, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF()) {
        return;
      }
      Ffmpeg.check(code, "encode sound");
      packets.accept(packet);
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
