static class Use
{
    public static Shared.Money Total(Orders.Order order) => order.Total;
}
