"""Plain functions over text, one file for each, in the order in which data flows.

sentences → boilerplate → quantities, dates, speakers → claims → matching → relations → origins
"""
