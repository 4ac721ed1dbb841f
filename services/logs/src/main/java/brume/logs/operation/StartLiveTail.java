package brume.logs.operation;

import brume.logs.data.Groups;
import brume.logs.group.GroupName;
import brume.logs.pattern.FilterPattern;
import brume.logs.tail.Tails;
import brume.model.logs.CloudWatchLogsError;
import brume.model.logs.LiveTailSessionStart;
import brume.model.logs.StartLiveTailRequest;
import brume.model.logs.StartLiveTailResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// Opens a session that is sent the events of log groups as they are put.
public final class StartLiveTail implements Operation<StartLiveTailRequest, StartLiveTailResponse> {
  private final Groups groups;
  private final Tails tails;

  public StartLiveTail(Groups groups, Tails tails) {
    this.groups = groups;
    this.tails = tails;
  }

  @Override
  public Access access(Call call, StartLiveTailRequest input) {
    return input.logGroupIdentifiers().stream()
        .map(group -> LogAccess.toGroup(call, name(), GroupName.of(null, group, call.scope())))
        .reduce(Access::and)
        .orElseThrow(() -> invalid("No log group is given."));
  }

  @Override
  public StartLiveTailResponse run(Call call, StartLiveTailRequest input) {
    var names =
        input.logGroupIdentifiers().stream()
            .map(arn -> GroupName.ofArn(arn, call.scope()))
            .toList();
    names.forEach(name -> groups.get(call.scope(), name));
    var pattern = Objects.requireNonNullElse(input.logEventFilterPattern(), "");
    var wanted =
        new Tails.Wanted(
            call.scope(),
            names.stream().map(name -> GroupName.arn(call.scope(), name)).toList(),
            streams(input),
            FilterPattern.parse(pattern));
    var start =
        LiveTailSessionStart.builder()
            .requestId(call.requestId())
            .sessionId(call.ids().uuid().toString())
            .logGroupIdentifiers(input.logGroupIdentifiers())
            .logStreamNames(input.logStreamNames())
            .logStreamNamePrefixes(input.logStreamNamePrefixes())
            .logEventFilterPattern(input.logEventFilterPattern())
            .build();
    return new StartLiveTailResponse(tails.open(wanted, start, call.platform().clock()));
  }

  private static Predicate<String> streams(StartLiveTailRequest input) {
    var names = input.logStreamNames();
    var prefixes = input.logStreamNamePrefixes();
    if (names != null && prefixes != null) {
      throw invalid("logStreamNames and logStreamNamePrefixes are mutually exclusive parameters.");
    }
    boolean chosen = names != null || prefixes != null;
    if (chosen && input.logGroupIdentifiers().size() > 1) {
      throw invalid("Log streams can be chosen of one log group only.");
    }
    if (names != null) {
      return Set.copyOf(names)::contains;
    }
    return prefixes == null ? _ -> true : name -> prefixes.stream().anyMatch(name::startsWith);
  }

  private static RuntimeException invalid(String message) {
    return CloudWatchLogsError.INVALID_PARAMETER_EXCEPTION.because(message);
  }
}
