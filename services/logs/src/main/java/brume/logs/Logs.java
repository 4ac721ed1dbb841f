package brume.logs;

import brume.logs.data.Clearing;
import brume.logs.data.Events;
import brume.logs.data.Groups;
import brume.logs.data.Retention;
import brume.logs.data.Search;
import brume.logs.data.Streams;
import brume.logs.operation.CreateLogGroup;
import brume.logs.operation.CreateLogStream;
import brume.logs.operation.DeleteLogGroup;
import brume.logs.operation.DeleteLogStream;
import brume.logs.operation.DeleteRetentionPolicy;
import brume.logs.operation.DescribeLogGroups;
import brume.logs.operation.DescribeLogStreams;
import brume.logs.operation.FilterLogEvents;
import brume.logs.operation.GetLogEvents;
import brume.logs.operation.ListTagsForResource;
import brume.logs.operation.ListTagsLogGroup;
import brume.logs.operation.PutLogEvents;
import brume.logs.operation.PutRetentionPolicy;
import brume.logs.operation.StartLiveTail;
import brume.logs.operation.TagLogGroup;
import brume.logs.operation.TagResource;
import brume.logs.operation.UntagLogGroup;
import brume.logs.operation.UntagResource;
import brume.logs.resource.LogGroupResource;
import brume.logs.resource.LogStreamResource;
import brume.logs.tail.Tails;
import brume.model.logs.CloudWatchLogsModel;
import brume.service.Service;
import brume.store.Store;

/// The service, as the server wires it.
public final class Logs {
  private Logs() {}

  public static Service service(Store store) {
    var groups = new Groups(store);
    var streams = new Streams(store);
    var events = new Events(store, streams);
    var tails = new Tails();
    return Service.of(CloudWatchLogsModel.SERVICE)
        .operations(
            new CreateLogGroup(groups),
            new DeleteLogGroup(groups),
            new DescribeLogGroups(groups, streams),
            new PutRetentionPolicy(groups),
            new DeleteRetentionPolicy(groups),
            new TagResource(groups),
            new UntagResource(groups),
            new ListTagsForResource(groups),
            new TagLogGroup(groups),
            new UntagLogGroup(groups),
            new ListTagsLogGroup(groups))
        .operations(
            new CreateLogStream(groups, streams),
            new DeleteLogStream(groups, streams),
            new DescribeLogStreams(groups, streams),
            new PutLogEvents(groups, events, tails),
            new StartLiveTail(groups, tails),
            new GetLogEvents(groups, events),
            new FilterLogEvents(groups, new Search(store)))
        .jobs(new Retention(store, groups, streams))
        .deliveries(new Clearing(store))
        .resourceTypes(new LogGroupResource(), new LogStreamResource())
        .build();
  }
}
