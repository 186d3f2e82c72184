static class Use
{
    public static Acme.Money Total(Orders.Order order) => order.Total;
    public static Acme.Circle Shape(Orders.Order order) => order.Shape;
}
