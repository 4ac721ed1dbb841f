package brume.lambda.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Arn;
import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.LogSink;
import brume.lambda.runtime.sandbox.Layout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
  private static JvmOptions with(String name, String value) {
    return JvmOptions.of(
        new FunctionSpec(
            new Arn("lambda", "us-east-1", "000000000000", "function:f:1"),
            "f",
            "1",
            "1",
            "java25",
            "A",
            Path.of("/"),
            List.of(),
            Map.of(name, value),
            512,
            Duration.ofSeconds(3),
            512,
            "/aws/lambda/f",
            LogSink.NONE));
  }

  private static List<String> flags(String chosen) {
    return with("JAVA_TOOL_OPTIONS", chosen).flags(512, Layout.AWS, null);
  }

  @Test
  void startsLeanByDefault() {
    assertThat(flags("-Dother=1"))
        .containsExactly(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx445570k",
            "-XX:-UsePerfData",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");
  }

  @Test
  void stepsBackWhereTheFunctionChooses() {
    assertThat(flags("-XX:+UseG1GC")).noneMatch(flag -> flag.contains("SerialGC"));
    assertThat(flags("-XX:+TieredCompilation")).noneMatch(flag -> flag.contains("Tiered"));
    assertThat(flags("-XX:MaxRAMPercentage=50")).noneMatch(flag -> flag.startsWith("-Xmx"));
    assertThat(with("JDK_JAVA_OPTIONS", "-Xmx1g").flags(512, Layout.AWS, null))
        .noneMatch(flag -> flag.startsWith("-Xmx"));
  }

  @Test
  void endsRatherThanRunWithoutItsCache() {
    assertThat(with("A", "b").flags(512, Layout.AWS, Path.of("/var/runtime/c.aot")))
        .endsWith("-XX:AOTMode=on", "-XX:AOTCache=/var/runtime/c.aot");
  }

  @Test
  void leavesCachesToFunctionsThatSayMore() {
    assertThat(with("A", "b").allowsCache()).isTrue();
    assertThat(with("JAVA_TOOL_OPTIONS", "-XX:SharedArchiveFile=x.jsa").allowsCache()).isFalse();
    assertThat(with("JAVA_TOOL_OPTIONS", "-Xshare:off").allowsCache()).isFalse();
  }

  @Test
  void saysWhereTemporaryFilesGo() {
    var layout = new Layout("/a/task", "/a/opt", "/a/runtime", "/a/prepared", "/a/tmp");

    assertThat(with("A", "b").flags(512, layout, null)).contains("-Djava.io.tmpdir=/a/tmp");
  }
}
