package brume.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `brume bench`: measures a running Brume by the names that it is given, or all, tells how it
/// goes, and writes a report.
///
/// Names are those of [#SUBJECTS]; settings have the form `name=value` and are told where they are
/// read. `--peer name=url` measures another server beside Brume where it speaks the same protocol.
public final class Bench {
  private Bench() {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("todo", "The TODO solution, through its caches", TodoBench::measure),
          new Subject("dynamodb", "DynamoDB", DynamoDbBench::measure),
          new Subject("dax", "DAX, beside DynamoDB", DaxBench::measure),
          new Subject("s3", "S3", S3Bench::measure),
          new Subject("gateway", "API Gateway", GatewayBench::measure),
          new Subject("functions", "Functions", FunctionBench::measure));

  /// The exit status of a command that was not understood.
  private static final int USAGE = 2;

  /// What can be measured.
  private record Subject(String name, String title, Measurement measurement) {
    static Optional<Subject> of(String name) {
      return SUBJECTS.stream().filter(subject -> subject.name.equals(name)).findFirst();
    }
  }

  /// Measures one subject.
  interface Measurement {
    void run(Options options, Section section) throws IOException, InterruptedException;
  }

  public static void main(String... args) throws IOException, InterruptedException {
    var settings = new LinkedHashMap<String, String>();
    var subjects = new ArrayList<Subject>();
    var peer = false;
    for (var arg : args) {
      int equals = arg.indexOf('=');
      if (arg.equals("--peer")) {
        peer = true;
      } else if (equals > 0) {
        var name = arg.substring(0, equals);
        settings.put(peer ? Options.PEER + name : name, arg.substring(equals + 1));
        peer = false;
      } else {
        var subject = Subject.of(arg);
        if (subject.isEmpty()) {
          refuse(arg);
        }
        subject.ifPresent(subjects::add);
      }
    }
    run(subjects.isEmpty() ? SUBJECTS : subjects, new Options(settings));
  }

  private static void refuse(String arg) {
    var names = SUBJECTS.stream().map(Subject::name).collect(Collectors.joining(", "));
    System.err.println("brume bench does not know " + arg + "; it measures " + names);
    System.exit(USAGE);
  }

  private static void run(List<Subject> subjects, Options options)
      throws IOException, InterruptedException {
    var report = new Report();
    for (var subject : subjects) {
      subject.measurement.run(options, report.section(subject.title));
    }
    report.write(Path.of(options.text("report", "bench/report")));
    if (subjects.size() == SUBJECTS.size() && !options.text("document", "").isEmpty()) {
      report.writeMarkdown(Path.of(options.text("document", "")));
    }
  }
}
