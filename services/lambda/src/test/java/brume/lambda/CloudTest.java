package brume.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.shape.ErrorCode;
import brume.shape.ServiceException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a cloud of its own.
public abstract class CloudTest {
  @TempDir protected Path directory;
  protected Cloud cloud;

  @BeforeEach
  void open() throws IOException {
    cloud = new Cloud(directory);
  }

  @AfterEach
  void close() throws IOException {
    cloud.close();
  }

  protected static void refused(ErrorCode error, String text, Runnable request) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(request::run)
        .withMessageContaining(text)
        .satisfies(e -> assertThat(e.error()).isEqualTo(error));
  }
}
