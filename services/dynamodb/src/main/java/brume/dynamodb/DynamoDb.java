package brume.dynamodb;

import brume.dynamodb.backup.Backups;
import brume.dynamodb.backup.Copying;
import brume.dynamodb.backup.Restoration;
import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.TableTags;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Backfill;
import brume.dynamodb.data.Expiration;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.data.Statistics;
import brume.dynamodb.edit.Drafts;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.operation.BatchGetItem;
import brume.dynamodb.operation.BatchWriteItem;
import brume.dynamodb.operation.DeleteItem;
import brume.dynamodb.operation.GetItem;
import brume.dynamodb.operation.PutItem;
import brume.dynamodb.operation.Query;
import brume.dynamodb.operation.Scan;
import brume.dynamodb.operation.UpdateItem;
import brume.dynamodb.operation.backup.CreateBackup;
import brume.dynamodb.operation.backup.DeleteBackup;
import brume.dynamodb.operation.backup.DescribeBackup;
import brume.dynamodb.operation.backup.DescribeContinuousBackups;
import brume.dynamodb.operation.backup.ListBackups;
import brume.dynamodb.operation.backup.RestoreTableFromBackup;
import brume.dynamodb.operation.backup.RestoreTableToPointInTime;
import brume.dynamodb.operation.backup.UpdateContinuousBackups;
import brume.dynamodb.operation.measure.Measured;
import brume.dynamodb.operation.statement.BatchExecuteStatement;
import brume.dynamodb.operation.statement.ExecuteStatement;
import brume.dynamodb.operation.statement.ExecuteTransaction;
import brume.dynamodb.operation.stream.DescribeStream;
import brume.dynamodb.operation.stream.GetRecords;
import brume.dynamodb.operation.stream.GetShardIterator;
import brume.dynamodb.operation.stream.ListStreams;
import brume.dynamodb.operation.table.CreateTable;
import brume.dynamodb.operation.table.DeleteResourcePolicy;
import brume.dynamodb.operation.table.DeleteTable;
import brume.dynamodb.operation.table.DescribeEndpoints;
import brume.dynamodb.operation.table.DescribeLimits;
import brume.dynamodb.operation.table.DescribeTable;
import brume.dynamodb.operation.table.DescribeTimeToLive;
import brume.dynamodb.operation.table.GetResourcePolicy;
import brume.dynamodb.operation.table.ListTables;
import brume.dynamodb.operation.table.ListTagsOfResource;
import brume.dynamodb.operation.table.PutResourcePolicy;
import brume.dynamodb.operation.table.ReplicaUpdates;
import brume.dynamodb.operation.table.TagResource;
import brume.dynamodb.operation.table.UntagResource;
import brume.dynamodb.operation.table.UpdateTable;
import brume.dynamodb.operation.table.UpdateTimeToLive;
import brume.dynamodb.operation.transaction.TransactGetItems;
import brume.dynamodb.operation.transaction.TransactWriteItems;
import brume.dynamodb.operation.transfer.DescribeExport;
import brume.dynamodb.operation.transfer.DescribeImport;
import brume.dynamodb.operation.transfer.ExportTableToPointInTime;
import brume.dynamodb.operation.transfer.ImportTable;
import brume.dynamodb.operation.transfer.ListExports;
import brume.dynamodb.operation.transfer.ListImports;
import brume.dynamodb.past.Forgetting;
import brume.dynamodb.replica.Addition;
import brume.dynamodb.replica.Removal;
import brume.dynamodb.replica.Replication;
import brume.dynamodb.replica.Tombstones;
import brume.dynamodb.resource.GlobalTableResource;
import brume.dynamodb.resource.TableResource;
import brume.dynamodb.stream.Recorder;
import brume.dynamodb.stream.Sequences;
import brume.dynamodb.stream.ShardLoad;
import brume.dynamodb.stream.Splitting;
import brume.dynamodb.stream.Streams;
import brume.dynamodb.stream.Trimming;
import brume.dynamodb.throughput.Throughput;
import brume.dynamodb.transaction.ForgottenTokens;
import brume.dynamodb.transfer.Exporting;
import brume.dynamodb.transfer.Exports;
import brume.dynamodb.transfer.Importing;
import brume.dynamodb.transfer.Imports;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.service.Metrics;
import brume.service.Operation;
import brume.service.Regions;
import brume.service.Service;
import brume.store.Store;
import java.util.List;

/// The two services, as the server wires them.
public final class DynamoDb {
  private final Store store;
  private final Tables tables;
  private final TableTags tags;
  private final Streams streams;
  private final Items items;
  private final Statistics statistics;
  private final Replicas replicas;
  private final Removal removal;
  private final Backups backups;
  private final Restoration restoration;
  private final Exports exports;
  private final Imports imports;
  private final ShardLoad load = new ShardLoad();
  private final Expressions expressions = new Expressions();
  private final Drafts drafts = new Drafts(expressions);

  private DynamoDb(Store store, Metrics metrics) {
    this.store = store;
    var sequences = new Sequences(store);
    tables = new Tables(store);
    tags = new TableTags(store, tables);
    streams = new Streams(store, sequences);
    items = new Items(store, tables, new Recorder(sequences, load), new Throughput(metrics));
    statistics = new Statistics(store);
    replicas = new Replicas(store, tables);
    removal = new Removal(replicas, tags, streams);
    backups = new Backups(store, tables);
    restoration = new Restoration(tables, backups);
    exports = new Exports(store, tables);
    imports = new Imports(store, tables);
  }

  /// DynamoDB, and DynamoDB Streams, where there is no CloudWatch.
  public static List<Service> services(Store store) {
    return services(store, Metrics.NONE);
  }

  /// DynamoDB, and DynamoDB Streams.
  ///
  /// @param metrics where the capacity that tables consume is counted
  public static List<Service> services(Store store, Metrics metrics) {
    var parts = new DynamoDb(store, metrics);
    return List.of(parts.tables(), parts.streams());
  }

  private Service tables() {
    return Service.of(DynamoDbModel.SERVICE)
        .operations(onTables())
        .operations(onItems())
        .operations(onBackups())
        .operations(onTransfers())
        .jobs(
            new Copying(store, tables, items, backups),
            new Forgetting(store, tables),
            new Exporting(store, tables, exports),
            new Importing(tables, items, imports),
            new Leftovers(store),
            new Backfill(store, tables),
            new Expiration(store, tables, items),
            new ForgottenTokens(store),
            new Replication(store, tables, replicas, new Regions(store), items, removal),
            new Tombstones(store, tables, replicas))
        .resourceTypes(new TableResource(), new GlobalTableResource())
        .build();
  }

  private Operation<?, ?>[] onTables() {
    return new Operation<?, ?>[] {
      new CreateTable(tables, tags, streams),
      new DescribeTable(tables, statistics),
      new UpdateTable(tables, statistics, streams, replicas, replicaUpdates()),
      new DeleteTable(tables, streams, removal),
      new ListTables(tables),
      new TagResource(tags),
      new UntagResource(tags),
      new ListTagsOfResource(tags),
      new UpdateTimeToLive(tables, replicas),
      new DescribeTimeToLive(tables),
      new PutResourcePolicy(tables),
      new GetResourcePolicy(tables),
      new DeleteResourcePolicy(tables),
      new DescribeLimits(),
      new DescribeEndpoints()
    };
  }

  private Operation<?, ?>[] onItems() {
    return new Operation<?, ?>[] {
      new Measured<>(new PutItem(tables, items, drafts)),
      new Measured<>(new GetItem(tables, items, expressions)),
      new Measured<>(new UpdateItem(tables, items, drafts)),
      new Measured<>(new DeleteItem(tables, items, drafts)),
      new Measured<>(new Query(tables, items, expressions)),
      new Measured<>(new Scan(tables, items, expressions)),
      new Measured<>(new BatchGetItem(tables, items, expressions)),
      new Measured<>(new BatchWriteItem(tables, items)),
      new Measured<>(new TransactGetItems(tables, items, expressions)),
      new Measured<>(new TransactWriteItems(tables, items, drafts)),
      new ExecuteStatement(tables, items),
      new BatchExecuteStatement(tables, items),
      new ExecuteTransaction(tables, items)
    };
  }

  private Operation<?, ?>[] onBackups() {
    return new Operation<?, ?>[] {
      new CreateBackup(tables, backups),
      new DescribeBackup(backups),
      new ListBackups(backups),
      new DeleteBackup(backups),
      new RestoreTableFromBackup(restoration),
      new RestoreTableToPointInTime(tables, restoration),
      new UpdateContinuousBackups(tables),
      new DescribeContinuousBackups(tables)
    };
  }

  private Operation<?, ?>[] onTransfers() {
    return new Operation<?, ?>[] {
      new ExportTableToPointInTime(tables, exports),
      new DescribeExport(exports),
      new ListExports(exports),
      new ImportTable(imports),
      new DescribeImport(imports),
      new ListImports(imports)
    };
  }

  private ReplicaUpdates replicaUpdates() {
    return new ReplicaUpdates(replicas, new Addition(replicas, streams), removal);
  }

  private Service streams() {
    return Service.of(DynamoDbStreamsModel.SERVICE)
        .operations(
            new ListStreams(streams),
            new DescribeStream(streams),
            new GetShardIterator(streams),
            new GetRecords(streams))
        .jobs(new Trimming(store, streams), new Splitting(tables, streams, load))
        .build();
  }
}
