package moviegen.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Unpacks a track's frames, pictures or pieces of sound, one after the other. */
final class TrackDecoder implements AutoCloseable {
  /** The coders that a file may use. */
  static final String CODECS =
      "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libaom-av1,libdav1d,mpeg4,mpeg2video,mjpeg,"
          + "prores,gif,theora,aac,mp3,mp3float,opus,vorbis,flac,alac,ac3,eac3,pcm_u8,pcm_s16le,"
          + "pcm_s24le,pcm_s32le,pcm_f32le,pcm_s16be";

  private final Path file;
  private final Demuxer demuxer;
  private final AVCodecContext context;
  private final AVFrame frame = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();
  private boolean ended;

  TrackDecoder(Path file, Demuxer demuxer, Limits limits) {
    this.file = file;
    this.demuxer = demuxer;
    var parameters = demuxer.track().codecpar();
    var codec = avcodec_find_decoder(parameters.codec_id());
    context = avcodec_alloc_context3(codec);
    Ffmpeg.check(avcodec_parameters_to_context(context, parameters), "read " + file);
    context.thread_count(1).max_pixels(limits.pixels()).pkt_timebase(demuxer.track().time_base());
    var options = new AVDictionary(null);
    Ffmpeg.put(options, Map.of("codec_whitelist", CODECS));
    var opened = avcodec_open2(context, codec, options);
    av_dict_free(options);
    if (opened < 0) {
      close();
      throw new IllegalArgumentException(
          "%s uses a coder this program does not read.".formatted(file));
    }
  }

  /** The next frame, valid until the next call; empty at the end. */
  Optional<AVFrame> next() {
    while (true) {
      var code = avcodec_receive_frame(context, frame);
      if (code >= 0) {
        return Optional.of(frame);
      }
      if (code == AVERROR_EOF()) {
        return Optional.empty();
      }
      if (code != AVERROR_EAGAIN()) {
        throw damaged(code);
      }
      feed();
    }
  }

  private void feed() {
    if (!ended && demuxer.next(packet)) {
      var code = avcodec_send_packet(context, packet);
      av_packet_unref(packet);
      if (code < 0) {
        throw damaged(code);
      }
    } else {
      ended = true;
      avcodec_send_packet(context, null);
    }
  }

  private IllegalArgumentException damaged(int code) {
    return new IllegalArgumentException("%s is damaged: %s.".formatted(file, Ffmpeg.reason(code)));
  }

  /** When a picture shows, in seconds; {@code otherwise} if it does not say. */
  double time(AVFrame picture, double otherwise) {
    var stamp = picture.best_effort_timestamp();
    return stamp == AV_NOPTS_VALUE ? otherwise : stamp * av_q2d(demuxer.track().time_base());
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
