package brume.lambda.runtime.jvm;

import brume.lambda.runtime.FunctionSpec;
import brume.lambda.runtime.sandbox.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The flags of a function's JVM: those of AWS unless the function's own variables say otherwise.
///
/// Flags on the command line would win over `JAVA_TOOL_OPTIONS`, so a default steps back where the
/// user has chosen. Source: AWS Lambda Developer Guide, "Customize Java runtime startup behavior".
public final class JvmOptions {
  /// Where the JDK reads flags from.
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /// Of the function's memory, as AWS's runtimes do.
  private static final int HEAP_PERCENT = 85;

  private static final int KILOBYTES = 1024;
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC\\b");
  private static final Pattern COMPILER =
      Pattern.compile("-XX:TieredStopAtLevel|-XX:[+-]TieredCompilation\\b|-Xint\\b");
  private static final Pattern HEAP =
      Pattern.compile("-Xmx|-XX:MaxHeapSize|-XX:\\w*RAMPercentage|-XX:MaxRAM\\b");
  private static final Pattern ARCHIVE =
      Pattern.compile("-XX:AOT|-XX:SharedArchiveFile|-XX:ArchiveClassesAtExit|-Xshare");

  /// Of a function that chooses nothing.
  static final JvmOptions DEFAULT = new JvmOptions("");

  private final String chosen;

  private JvmOptions(String chosen) {
    this.chosen = chosen;
  }

  public static JvmOptions of(FunctionSpec function) {
    return new JvmOptions(
        VARIABLES.stream()
            .map(name -> function.variables().getOrDefault(name, ""))
            .collect(Collectors.joining(" ")));
  }

  /// What the function's variables say.
  String chosen() {
    return chosen;
  }

  /// Whether the function leaves the choice of an AOT cache to Brume.
  public boolean allowsCache() {
    return !says(ARCHIVE);
  }

  /// The flags, without class path and main class.
  ///
  /// @param cache as the function sees it
  public List<String> flags(int memoryMb, Layout layout, @Nullable Path cache) {
    var flags = new ArrayList<String>();
    if (!says(COLLECTOR)) {
      flags.add("-XX:+UseSerialGC");
    }
    if (!says(COMPILER)) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    if (!says(HEAP)) {
      flags.add("-Xmx" + memoryMb * KILOBYTES / 100 * HEAP_PERCENT + "k");
    }
    flags.addAll(List.of("-XX:-UsePerfData", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    if (!layout.equals(Layout.AWS)) {
      flags.add("-Djava.io.tmpdir=" + layout.tmp());
    }
    if (cache != null) {
      // A cache that does not fit must end the JVM: otherwise every start would silently be slow.
      flags.addAll(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache));
    }
    return flags;
  }

  private boolean says(Pattern flag) {
    return flag.matcher(chosen).find();
  }
}
