"""The least that anybody could do: read with calamine, keep a dozen columns, one bare `executemany` into SQLite.

python -m tests.bench.baselines.bare FILE DATABASE
"""

import sqlite3
import sys
from pathlib import Path

from python_calamine import CalamineWorkbook

KEPT = (
    "子订单编号", "主订单编号", "订单提交时间", "支付完成时间", "订单应付金额", "商品数量", "订单状态",
    "售后状态", "达人ID", "流量体裁", "商家编码", "商品ID",
)  # fmt: skip


def main(file: str, database: str) -> None:
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    places = [rows[0].index(column) for column in KEPT]
    Path(database).unlink(missing_ok=True)
    with sqlite3.connect(database) as connection:
        connection.execute(f"CREATE TABLE orders ({', '.join(f'c{number}' for number in range(len(KEPT)))})")
        connection.executemany(
            f"INSERT INTO orders VALUES ({', '.join('?' * len(KEPT))})",
            ([row[place] for place in places] for row in rows[1:]),
        )
    connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
