package brume.dynamodb;

import brume.dynamodb.data.Items;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.data.Statistics;
import brume.dynamodb.data.Tables;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.operation.BatchGetItem;
import brume.dynamodb.operation.BatchWriteItem;
import brume.dynamodb.operation.CreateTable;
import brume.dynamodb.operation.DeleteItem;
import brume.dynamodb.operation.DeleteTable;
import brume.dynamodb.operation.DescribeEndpoints;
import brume.dynamodb.operation.DescribeLimits;
import brume.dynamodb.operation.DescribeTable;
import brume.dynamodb.operation.GetItem;
import brume.dynamodb.operation.ListTables;
import brume.dynamodb.operation.ListTagsOfResource;
import brume.dynamodb.operation.PutItem;
import brume.dynamodb.operation.Query;
import brume.dynamodb.operation.Scan;
import brume.dynamodb.operation.TagResource;
import brume.dynamodb.operation.UntagResource;
import brume.dynamodb.operation.UpdateItem;
import brume.dynamodb.operation.UpdateTable;
import brume.dynamodb.resource.TableResource;
import brume.model.dynamodb.DynamoDbModel;
import brume.service.Service;
import brume.store.Store;

/// The service, as the server wires it.
public final class DynamoDb {
  private DynamoDb() {}

  public static Service service(Store store) {
    var tables = new Tables(store);
    var items = new Items(store);
    var statistics = new Statistics(store);
    var expressions = new Expressions();
    return Service.of(DynamoDbModel.SERVICE)
        .operations(
            new CreateTable(tables),
            new DescribeTable(tables, statistics),
            new UpdateTable(tables, statistics),
            new DeleteTable(tables),
            new ListTables(tables),
            new TagResource(tables),
            new UntagResource(tables),
            new ListTagsOfResource(tables),
            new DescribeLimits(),
            new DescribeEndpoints())
        .operations(
            new PutItem(tables, items, expressions),
            new GetItem(tables, items, expressions),
            new UpdateItem(tables, items, expressions),
            new DeleteItem(tables, items, expressions),
            new Query(tables, items, expressions),
            new Scan(tables, items, expressions),
            new BatchGetItem(tables, items, expressions),
            new BatchWriteItem(tables, items))
        .jobs(new Leftovers(store))
        .resourceTypes(new TableResource())
        .build();
  }
}
