package example;

import com.openai.client.OpenAIClient;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoModel;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A program as many companies have one: it buys films by the second. */
@SuppressWarnings("deprecation") // OpenAI has announced the end of its video API.
public record Trailers(OpenAIClient openai, VideoSeconds length) {
  /** Orders a film, waits for it, and saves it. */
  public void make(String prompt, Path file) throws IOException, InterruptedException {
    var order =
        VideoCreateParams.builder()
            .model(VideoModel.SORA_2)
            .prompt(prompt)
            .seconds(length)
            .size(VideoSize._1280X720)
            .build();
    var video = finished(openai.videos().create(order));
    if (!video.status().equals(Video.Status.COMPLETED)) {
      throw new IOException(video.error().map(e -> e.message()).orElse("The film failed."));
    }
    try (var content = openai.videos().downloadContent(video.id())) {
      Files.copy(content.body(), file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Video finished(Video video) throws InterruptedException {
    while (video.status().equals(Video.Status.QUEUED)
        || video.status().equals(Video.Status.IN_PROGRESS)) {
      Thread.sleep(200);
      video = openai.videos().retrieve(video.id());
    }
    return video;
  }
}
